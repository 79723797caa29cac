package dev.haetae.api.account;

/**
 * What a login gives.
 *
 * @param accessToken to be sent as a bearer token
 * @param expiresInSeconds how long it is good
 * @param refreshToken gets the next pair, once
 */
record TokenView(String accessToken, long expiresInSeconds, String refreshToken) {}
