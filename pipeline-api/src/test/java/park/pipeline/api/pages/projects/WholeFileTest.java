package park.pipeline.api.pages.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void a_whole_file_is_sent_with_its_length() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try (WholeFile file = WholeFile.in(folder, out -> out.write("碳纤维".getBytes(StandardCharsets.UTF_8)))) {
            file.send(response);
        }
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("碳纤维");
        assertThat(response.getContentLengthLong()).isEqualTo(9);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void of_a_file_that_fails_halfway_nothing_goes_out() {
        assertThatThrownBy(() -> WholeFile.in(folder, out -> {
                    out.write(new byte[100_000]);
                    throw new IllegalStateException("halfway");
                }))
                .hasMessage("halfway");
        assertThat(folder).isEmptyDirectory();
    }
}
