package park.pipeline.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring's firewall, which refuses addresses that can be read in two ways, with two changes. Headers are looked at here,
 * where a refusal gets an answer, and not when somebody happens to read one. And text in UTF-8 passes: a gateway may
 * well add a Chinese name.
 */
final class StrictRequests extends StrictHttpFirewall {
    StrictRequests() {
        setAllowedHeaderValues(value -> ALLOWED_HEADER_VALUES.test(value) || isText(value));
        // the routes refuse parameters that they do not know, and say which
        setAllowedParameterNames(name -> true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        FirewalledRequest strict = super.getFirewalledRequest(request);
        if (request.getContentType() != null && request.getContentType().contains("*")) {
            // Spring fails on it, where it should refuse: a body is of one type
            throw new RequestRejectedException("Content-Type is a range of types");
        }
        for (String name : Collections.list(strict.getHeaderNames())) {
            Collections.list(strict.getHeaders(name));
        }
        return strict;
    }

    /** Whether a value, which the container reads as Latin-1, is clean text in UTF-8. */
    private static boolean isText(String value) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1));
            return ALLOWED_HEADER_VALUES.test(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
