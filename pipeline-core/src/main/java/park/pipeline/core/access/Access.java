package park.pipeline.core.access;

import org.jspecify.annotations.Nullable;

/**
 * Something that is put on record.
 *
 * @param actor who; of a failed sign-in the name that was given, shortened where it is too long
 * @param subject what it was done to: an address of the service, a view, a contact person; null where there is none
 * @param address the network address that it came from; null where it is not known
 */
public record Access(
        Action action,
        String actor,
        @Nullable String subject,
        @Nullable String address) {
    private static final int LONGEST_ACTOR = 100;
    private static final int LONGEST_SUBJECT = 500;

    /** What was done. */
    public enum Action {
        /** Data left the service as a file. */
        EXPORTED,
        VERIFIED,
        REBUILT,
        /** A view that had stopped was told to go on. */
        RESUMED,
        /** A contact person was erased. */
        ERASED,
        /** By the form of the pages. */
        SIGNED_IN,
        SIGN_IN_FAILED
    }

    public Access {
        actor = shortened(actor, LONGEST_ACTOR);
        subject = subject == null ? null : shortened(subject, LONGEST_SUBJECT);
    }

    /** What comes from outside may be of any length, and hold what no line of a log should. */
    private static String shortened(String text, int most) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Cn}]", "�");
        if (clean.length() <= most) {
            return clean;
        }
        // Never between the two halves of one character.
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(most - 1)) ? most - 1 : most);
    }
}
