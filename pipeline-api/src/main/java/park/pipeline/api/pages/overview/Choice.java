package park.pipeline.api.pages.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.projections.funnel.TrendStep;

/**
 * What the reader chose to see of the movement: it stands in the address of the page, as far as it is not what all see.
 *
 * @param money whether the trend shows amounts; else numbers of projects
 * @param from the first day of the flow; null for the first of the year
 * @param to its last day; null for the day of the page
 */
public record Choice(
        TrendStep step,
        boolean money,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** One parameter of the address. */
    public record Parameter(String name, String value) {}

    private static final int MONTHS = 24;
    private static final int QUARTERS = 12;
    private static final int YEARS = 12;

    /** The same without what it says anyway: days that are the page's own move with it. */
    Choice at(LocalDate asOf) {
        LocalDate last = asOf.equals(to) ? null : to;
        Choice open = new Choice(step, money, null, last);
        return open.first(asOf).equals(from) ? open : new Choice(step, money, from, last);
    }

    LocalDate last(LocalDate asOf) {
        return to == null ? asOf : to;
    }

    LocalDate first(LocalDate asOf) {
        return from == null ? last(asOf).withDayOfYear(1) : from;
    }

    /** The days of the trend, up to the page's own. */
    List<LocalDate> days(LocalDate asOf) {
        LocalDate first = switch (step) {
            case MONTH -> asOf.minusMonths(MONTHS - 1L);
            case QUARTER -> asOf.minusMonths(3L * (QUARTERS - 1));
            case YEAR -> asOf.minusYears(YEARS - 1L);
        };
        return step.days(first, asOf);
    }

    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (step != TrendStep.MONTH) {
            parameters.add(new Parameter("step", step.name()));
        }
        if (money) {
            parameters.add(new Parameter("measure", "amount"));
        }
        if (from != null) {
            parameters.add(new Parameter("from", from.toString()));
        }
        if (to != null) {
            parameters.add(new Parameter("to", to.toString()));
        }
        return parameters;
    }

    /** The filter and these as they stand behind the path of an address; empty where all is as usual. */
    String query(PageFilter filter) {
        String query = Stream.concat(
                        Stream.of(filter.query()).filter(q -> !q.isEmpty()),
                        parameters().stream().map(p -> p.name() + "=" + p.value()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
