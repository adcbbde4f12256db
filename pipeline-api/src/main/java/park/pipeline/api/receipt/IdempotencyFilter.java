package park.pipeline.api.receipt;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.ProblemException;
import park.pipeline.api.problem.ProblemWriter;
import park.pipeline.core.log.LogUnavailable;
import park.pipeline.core.log.Receipt;
import park.pipeline.core.log.Receipts;
import tools.jackson.databind.json.JsonMapper;

/**
 * Before a request with a key is looked at: has it been answered, is it being answered just now? Of requests sent at once to
 * one node, one goes on; across nodes, the log's writer lets one have its effect.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);

    private static final Set<HttpStatus> KEPT =
            Set.of(HttpStatus.CONFLICT, HttpStatus.PRECONDITION_FAILED, HttpStatus.UNPROCESSABLE_CONTENT);

    private final Receipts receipts;
    private final ReceiptExpiry expiry;
    private final FirstAnswer firstAnswer;
    private final ProblemWriter problems;
    private final JsonMapper json;
    private final Set<KeyedRequest.Id> running = ConcurrentHashMap.newKeySet();

    IdempotencyFilter(
            Receipts receipts, ReceiptExpiry expiry, FirstAnswer firstAnswer, ProblemWriter problems, JsonMapper json) {
        this.receipts = receipts;
        this.expiry = expiry;
        this.firstAnswer = firstAnswer;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(KeyedRequest.HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            answer(request, response, chain);
        } catch (ProblemException e) {
            problems.write(request, response, e.problem());
        } catch (LogUnavailable e) {
            LOG.error("{} {}: no receipts", request.getMethod(), request.getRequestURI(), e);
            problems.write(request, response, ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = KeyedRequest.key(request);
        HttpServletRequest repeatable = isUpload(request)
                ? request
                : new RepeatableRequest(request, request.getInputStream().readAllBytes());
        String fingerprint = fingerprint(repeatable);
        if (fingerprint == null) {
            chain.doFilter(repeatable, response);
            return;
        }
        KeyedRequest keyed = new KeyedRequest(request.getUserPrincipal().getName(), key, fingerprint);
        if (!running.add(keyed.id())) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "request-in-progress").asException();
        }
        Answer answer;
        try {
            answer = answerOnce(keyed, repeatable, response, chain);
        } finally {
            running.remove(keyed.id());
        }
        // Only now: who has his answer may at once ask again.
        answer.send();
    }

    /** What is left to do when it is known what to answer. */
    private interface Answer {
        void send() throws IOException;
    }

    private Answer answerOnce(
            KeyedRequest keyed, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        expiry.clearUpNowAndThen();
        Receipts.Stored before = receipts.find(keyed.id().actor(), keyed.id().key());
        if (before == null) {
            return answerFirst(keyed, request, response, chain);
        }
        return keyed.isOf(before.receipt())
                ? () -> firstAnswer.write(before, response)
                : () -> problems.write(
                        request, response, ApiProblem.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused"));
    }

    private Answer answerFirst(
            KeyedRequest keyed, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        keyed.mark(request);
        chain.doFilter(request, answer);
        Receipts.Stored elsewhere = keptAsFirst(keyed, answer) ? null : answeredElsewhere(keyed);
        if (elsewhere == null || isRefusedForTheEffectOf(answer, elsewhere)) {
            return answer::copyBodyToResponse;
        }
        answer.reset();
        return () -> firstAnswer.write(elsewhere, response);
    }

    /** What has its effect before its answer is kept, may have had its twin refused, and that kept first. */
    private static boolean isRefusedForTheEffectOf(HttpServletResponse answer, Receipts.Stored twin) {
        return HttpStatus.valueOf(answer.getStatus()).is2xxSuccessful()
                && !HttpStatus.valueOf(twin.receipt().status()).is2xxSuccessful();
    }

    /** Keeps the answer, if it is one to be kept: whether it is known to be the one that stays. */
    private boolean keptAsFirst(KeyedRequest keyed, ContentCachingResponseWrapper answer) {
        HttpStatus status = HttpStatus.valueOf(answer.getStatus());
        if (keyed.isSettled()) {
            return status.is2xxSuccessful();
        }
        return (status.is2xxSuccessful() || KEPT.contains(status))
                && keep(keyed.receipt(
                        status.value(), answer.getHeader(HttpHeaders.LOCATION), answer.getContentAsByteArray()));
    }

    /** Asked of another node at the same time, which took it: what that left behind may be why it is refused here. */
    private Receipts.@Nullable Stored answeredElsewhere(KeyedRequest keyed) {
        try {
            Receipts.Stored found = receipts.find(keyed.id().actor(), keyed.id().key());
            return found != null && keyed.isOf(found.receipt()) ? found : null;
        } catch (LogUnavailable e) {
            LOG.warn("Whether another node has answered is not known", e);
            return null;
        }
    }

    /** Whether it is kept. What the answer tells has happened, kept or not; not kept, the request is only decided anew if it comes again. */
    private boolean keep(Receipt receipt) {
        try {
            return receipts.keep(receipt);
        } catch (LogUnavailable e) {
            LOG.warn("An answer {} to {} is not kept", receipt.status(), receipt.actor(), e);
            return false;
        }
    }

    /** Null for an upload that cannot be read: the route will say why, and that answer is not kept. */
    private @Nullable String fingerprint(HttpServletRequest request) {
        try {
            return isUpload(request)
                    ? Fingerprint.ofParts(request)
                    : Fingerprint.of(request, request.getInputStream().readAllBytes(), json);
        } catch (IOException | ServletException | IllegalStateException e) {
            LOG.debug("An upload that cannot be read", e);
            return null;
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }
}
