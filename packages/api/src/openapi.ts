import * as z from 'zod';

/** What readers of Tandem's own description (`/api/openapi.json`, OpenAPI 3.1) rely on. */

const schemaSchema = z.record(z.string(), z.unknown());
const contentSchema = z.record(z.string(), z.object({ schema: schemaSchema.default({}) })).default({});
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  tags: z.array(z.string()).default([]),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean().default(false), schema: schemaSchema }))
    .default([]),
  requestBody: z.object({ description: z.string().optional(), content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: contentSchema })),
});
export const openApiSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
});
export type OpenApi = z.infer<typeof openApiSchema>;
export type OpenApiOperation = z.infer<typeof operationSchema>;
