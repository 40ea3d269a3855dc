import { z } from 'zod';

/** The keys that a schema permits at a path of the data; empty when the schema names none there. */
export function permittedKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const there = path.reduce<z.core.$ZodType | null>((within, step) => (within === null ? null : inner(unwrapped(within), step)), schema);
  const object = there === null ? null : unwrapped(there);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function inner(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType | null {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)] ?? null;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  return null;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in);
  return schema;
}
