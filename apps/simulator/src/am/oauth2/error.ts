/** An error of OAuth 2.0 (RFC 6749, 5.2): its code, and in words what was wrong. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  constructor(
    readonly code: string,
    description: string,
    readonly status = 400,
  ) {
    super(description);
  }
}

/** Who the client is was not shown. */
export function invalidClient(): OAuthError {
  return new OAuthError('invalid_client', 'Client authentication failed', 401);
}

export function invalidRequest(description: string): OAuthError {
  return new OAuthError('invalid_request', description);
}

export function invalidGrant(description = 'The provided access grant is invalid, expired, or revoked.'): OAuthError {
  return new OAuthError('invalid_grant', description);
}

/** RFC 6750, 3.1: the bearer's token is none, or its time is over. */
export function invalidToken(): OAuthError {
  return new OAuthError('invalid_token', 'The access token provided is expired, revoked, malformed, or invalid for other reasons.', 401);
}
