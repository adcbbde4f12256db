package park.pipeline.api.pages.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.api.pages.projects.Paging.GAP;

import org.junit.jupiter.api.Test;

class PagingTest {
    @Test
    void the_last_page_holds_what_is_left() {
        assertThat(Paging.of(1, 50, 0)).isEqualTo(new Paging(1, 1));
        assertThat(Paging.of(1, 50, 50)).isEqualTo(new Paging(1, 1));
        assertThat(Paging.of(2, 50, 51)).isEqualTo(new Paging(2, 2));
    }

    @Test
    void behind_the_last_page_is_the_last_page() {
        assertThat(Paging.of(9_999_999, 25, 130)).isEqualTo(new Paging(6, 6));
    }

    @Test
    void the_first_the_last_and_the_neighbours_are_offered() {
        assertThat(new Paging(1, 1).numbers()).containsExactly(1);
        assertThat(new Paging(2, 3).numbers()).containsExactly(1, 2, 3);
        assertThat(new Paging(1, 2000).numbers()).containsExactly(1, 2, GAP, 2000);
        assertThat(new Paging(1000, 2000).numbers()).containsExactly(1, GAP, 999, 1000, 1001, GAP, 2000);
        assertThat(new Paging(2000, 2000).numbers()).containsExactly(1, GAP, 1999, 2000);
    }
}
