import type { Request, Response, Router } from 'express';
import * as z from 'zod';
import { readJson, readText } from './body.ts';
import type { PlaceOf } from './issues.ts';
import { issuesOf } from './issues.ts';
import { ProblemError } from './problem.ts';

/**
 * A route of Tandem's API: how it is called, what it answers and what it does, in one place. It is mounted from this and described in
 * `/api/openapi.json` from this, so the two cannot drift apart.
 */
export interface ApiRoute {
  readonly doc: RouteDoc;
  run(req: Request, res: Response): Promise<void>;
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface RouteDoc {
  method: Method;
  /** Below `/api`, in OpenAPI's form: `/realms/{realm}/journeys/{id}`. */
  path: string;
  summary: string;
  description?: string;
  tag: string;
  query?: z.ZodObject;
  /** `text`: taken as it is and parsed by the handler. */
  body?: { schema?: z.ZodType; text?: { limit: number; description: string } };
  answer: { status: number; description: string; schema?: z.ZodType; contentType?: string };
  /** Failures beyond 400 (not valid) with what they mean; all are problems, `schema` for those that hold more. */
  problems?: Record<number, { description: string; schema?: z.ZodType }>;
}

type Params<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? { [K in Name]: string } & Params<Rest> : unknown;

/** A parsed request. `res` is for those few who stream or set headers. */
export interface Call<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  req: Request;
  res: Response;
}

interface RouteSpec<Path extends string, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>
  extends Omit<RouteDoc, 'query' | 'body' | 'answer'> {
  path: Path;
  query?: Q;
  body?: B;
  /** Where a path of the body lies, for the errors. */
  place?: (params: Params<Path>) => PlaceOf;
  answer: { status?: number; description: string; schema: A };
  handle(call: Call<Params<Path>, z.output<Q>, z.output<B>>): Promise<z.input<A>> | z.input<A>;
}

/** A route that takes and answers JSON. */
export function jsonRoute<
  Path extends string,
  A extends z.ZodType,
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodUndefined,
>(spec: RouteSpec<Path, Q, B, A>): ApiRoute {
  const { handle, place, query, body, answer, ...doc } = spec;
  const status = answer.status ?? 200;
  return {
    doc: { ...doc, ...(query ? { query } : {}), ...(body ? { body: { schema: body } } : {}), answer: { ...answer, status } },
    async run(req, res) {
      const params = paramsOf<Params<Path>>(req);
      const call = {
        params,
        query: queryOf(req, query),
        body: body ? await readJson(req, body, place?.(params)) : (undefined as z.output<B>),
        req,
        res,
      };
      const value = await handle(call);
      res.status(status).type('application/json').send(JSON.stringify(value));
    },
  };
}

interface RawSpec<Path extends string, Q extends z.ZodObject> extends Omit<RouteDoc, 'query' | 'body'> {
  path: Path;
  query?: Q;
  /** Reads the body as text up to the limit (bytes). */
  body?: { text: { limit: number; description: string } };
  /** Answers by itself through `res`. */
  handle(call: Call<Params<Path>, z.output<Q>, string>): Promise<void> | void;
}

/** A route that takes text as it is, or answers something else than JSON. */
export function rawRoute<Path extends string, Q extends z.ZodObject = z.ZodObject<Record<never, never>>>(spec: RawSpec<Path, Q>): ApiRoute {
  const { handle, ...doc } = spec;
  return {
    doc,
    async run(req, res) {
      const body = spec.body ? await readText(req, spec.body.text.limit) : '';
      await handle({ params: paramsOf<Params<Path>>(req), query: queryOf(req, spec.query), body, req, res });
    },
  };
}

/** Mounts the routes, and answers 405 for other methods of their paths. */
export function mountRoutes(router: Router, routes: readonly ApiRoute[]): void {
  for (const route of routes) router[route.doc.method](expressPath(route.doc.path), (req, res) => route.run(req, res));
  for (const path of new Set(routes.map((route) => route.doc.path))) {
    const allow = routes.filter((route) => route.doc.path === path).map((route) => route.doc.method.toUpperCase());
    router.all(expressPath(path), (req) => {
      throw new ProblemError(405, `${req.method} is not possible here.`, {
        headers: { Allow: allow.join(', ') },
        errors: [{ message: `${req.method} is not possible here.`, expected: allow.join(' or ') }],
      });
    });
  }
}

/** `/realms/{realm}` as Express writes it: `/realms/:realm`. */
export function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function paramsOf<P>(req: Request): P {
  return { ...req.params } as P;
}

function queryOf<Q extends z.ZodObject>(req: Request, schema: Q | undefined): z.output<Q> {
  const parsed = (schema ?? z.object({})).safeParse(req.query);
  if (parsed.success) return parsed.data as z.output<Q>;
  const errors = issuesOf(parsed.error, (path) => ({ field: `?${path.join('.')}` }));
  throw new ProblemError(400, errors[0]?.message ?? 'The query is not valid.', { title: 'The query is not valid', errors });
}

/** A query parameter that is `true` or `false`. */
export function flag(fallback: boolean) {
  return z
    .enum(['true', 'false'])
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true');
}
