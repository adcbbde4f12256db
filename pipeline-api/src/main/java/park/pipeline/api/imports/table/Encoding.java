package park.pipeline.api.imports.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of a text, and where the text begins behind its byte order mark. Decided by what can be read to the last
 * byte: UTF-8 before GB18030, since Chinese in GB18030 is hardly ever valid UTF-8, and the other way round it often is.
 */
record Encoding(Charset charset, int start) {
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] GB18030_MARK = {(byte) 0x84, 0x31, (byte) 0x95, 0x33};
    /** What every .xlsx begins with; renamed to .csv they come often. */
    private static final byte[] ZIP = {'P', 'K'};

    /** @throws park.pipeline.api.problem.ProblemException if the bytes are no text in either encoding */
    static Encoding of(byte[] bytes) {
        if (startsWith(bytes, ZIP) && bytes.length > 2 && bytes[2] < ' ' || holdsNul(bytes)) {
            throw FileProblems.unreadable();
        }
        Encoding utf8 = new Encoding(StandardCharsets.UTF_8, startsWith(bytes, UTF_8_MARK) ? UTF_8_MARK.length : 0);
        if (utf8.reads(bytes)) {
            return utf8;
        }
        Encoding gb18030 =
                new Encoding(Charset.forName("GB18030"), startsWith(bytes, GB18030_MARK) ? GB18030_MARK.length : 0);
        if (utf8.start == 0 && gb18030.reads(bytes)) {
            return gb18030;
        }
        throw FileProblems.unreadable();
    }

    /** A reader that fails where the bytes are not of this encoding. */
    Reader reader(byte[] bytes) {
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, start, bytes.length - start),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private boolean reads(byte[] bytes) {
        try (Reader reader = reader(bytes)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            throw FileProblems.unreadable();
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
