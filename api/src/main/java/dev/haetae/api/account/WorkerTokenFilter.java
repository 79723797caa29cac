package dev.haetae.api.account;

import dev.haetae.api.web.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets workers in by the token that they share. Hashes are compared, so that the time tells neither content nor length. */
final class WorkerTokenFilter extends OncePerRequestFilter {

    /** The one thing that a worker may do. */
    static final String AUTHORITY = "WORKER";

    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    WorkerTokenFilter(Path tokenFile) {
        this.expected = Sha256.of(SecuritySettings.secret(tokenFile));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isWorker(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    "worker", "", List.of(new SimpleGrantedAuthority(AUTHORITY))));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private boolean isWorker(@Nullable String header) {
        return header != null
                && header.startsWith(SCHEME)
                && MessageDigest.isEqual(expected, Sha256.of(header.substring(SCHEME.length())));
    }
}
