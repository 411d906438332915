/** Id of the session that a step belongs to, as its authId says it (a JWT, whose claims AM's clients may read); null where it says none. */
export function sessionOfStep({ authId }: { authId: string }): string | null {
  const [, claims = ''] = authId.split('.');
  try {
    const { sessionId } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { sessionId?: unknown };
    return typeof sessionId === 'string' ? sessionId : null;
  } catch {
    return null;
  }
}
