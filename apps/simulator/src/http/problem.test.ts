import type { Request, Response } from 'express';
import { expect, it } from 'vitest';
import { RequestAbandoned } from '../simulations/waiters.ts';
import { sendErrors } from './problem.ts';

it('a simulation that was closed while it was asked is a conflict, no failure of the server', () => {
  const sent: { status?: number; body?: string } = {};
  const res = {
    status(status: number) {
      sent.status = status;
      return res;
    },
    set: () => res,
    type: () => res,
    send(body: string) {
      sent.body = body;
    },
  };
  sendErrors(new RequestAbandoned('The simulation was closed.'), {} as Request, res as unknown as Response, () => undefined);
  expect(sent.status).toBe(409);
  expect(sent.body).toContain('The simulation was closed.');
});
