package park.pipeline.api.pages;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: who looks at it, where else there is to go, in which language.
 *
 * @param user the name; null for somebody who has not signed in
 * @param roles the codes of the contract
 * @param path the address without its parameters
 * @param others the parameters of its address but for the two times, the language and a cursor
 * @param links the menu, as far as this user may go
 * @param zhAddress this page in Chinese
 * @param enAddress this page in English
 */
public record Frame(
        @Nullable String user,
        Set<String> roles,
        String path,
        List<Parameter> others,
        List<Link> links,
        String zhAddress,
        String enAddress) {
    /**
     * One entry of the menu.
     *
     * @param key of its word in {@code messages/frame}, and of its icon
     * @param active whether the page is behind it
     */
    public record Link(String key, String path, boolean active) {}

    /** One parameter of the address. */
    public record Parameter(String name, String value) {}

    /** Whether the user has one of these roles. */
    public boolean is(String... any) {
        return List.of(any).stream().anyMatch(roles::contains);
    }
}
