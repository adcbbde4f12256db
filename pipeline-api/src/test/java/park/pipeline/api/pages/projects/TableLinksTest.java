package park.pipeline.api.pages.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.project.Light;
import park.pipeline.projections.view.ProjectFilter;

class TableLinksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void a_head_is_clicked_for_its_order_for_the_other_one_and_for_none() {
        assertThat(links(null, false).sort(ProjectColumn.NAME)).isEqualTo("/projects?sort=NAME&cols=NAME.OWNER");
        assertThat(links(ProjectColumn.NAME, false).sort(ProjectColumn.NAME))
                .isEqualTo("/projects?sort=NAME&dir=desc&cols=NAME.OWNER");
        assertThat(links(ProjectColumn.NAME, true).sort(ProjectColumn.NAME)).isEqualTo("/projects?cols=NAME.OWNER");
    }

    @Test
    void numbers_begin_with_the_largest() {
        assertThat(links(ProjectColumn.NAME, false).sort(ProjectColumn.DAYS)).contains("sort=DAYS&dir=desc");
        assertThat(links(ProjectColumn.DAYS, true).sort(ProjectColumn.DAYS)).contains("sort=DAYS&cols");
        assertThat(links(ProjectColumn.DAYS, false).sort(ProjectColumn.DAYS)).doesNotContain("sort=");
    }

    @Test
    void a_link_reads_back_as_what_was_asked() {
        TableAsked asked = new TableAsked(
                "碳 & 纤维",
                List.of(Stage.INTENT, Stage.CONTRACT),
                List.of(Light.RED),
                ProjectColumn.INVESTMENT,
                true,
                3,
                100,
                List.of(ProjectColumn.NAME, ProjectColumn.OWNER));
        PageTime time = new PageTime(TODAY, LocalDate.of(2026, 6, 30), Instant.parse("2026-07-01T00:00:00Z"));
        PageFilter filter = new PageFilter(new ProjectFilter(List.of("LITHIUM"), List.of(), List.of(), List.of()));
        String address = new TableLinks(asked, time, filter).page(3);

        assertThat(address).contains("asOf=2026-06-30", "knownAt=2026-07-01", "industry=LITHIUM");
        assertThat(TableAsked.of(request(address))).isEqualTo(asked);
    }

    @Test
    void the_name_is_always_there_and_nonsense_among_columns_is_passed_over() {
        assertThat(ProjectColumn.of("OWNER,TEAM,COLOUR"))
                .containsExactly(ProjectColumn.NAME, ProjectColumn.TEAM, ProjectColumn.OWNER);
        assertThat(ProjectColumn.of("COLOUR")).isEqualTo(ProjectColumn.USUAL);
        assertThat(ProjectColumn.of(null)).isEqualTo(ProjectColumn.USUAL);
    }

    private static TableLinks links(@Nullable ProjectColumn sort, boolean descending) {
        TableAsked asked = new TableAsked(
                "", List.of(), List.of(), sort, descending, 2, 50, List.of(ProjectColumn.NAME, ProjectColumn.OWNER));
        return new TableLinks(asked, new PageTime(TODAY, null, null), new PageFilter(ProjectFilter.ALL));
    }

    private static MockHttpServletRequest request(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        org.springframework.web.util.UriComponentsBuilder.fromUriString(address)
                .build(true)
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> request.addParameter(
                        name, java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8))));
        return request;
    }
}
