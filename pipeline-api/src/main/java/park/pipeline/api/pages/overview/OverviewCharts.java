package park.pipeline.api.pages.overview;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.Format;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.funnel.FunnelRow;
import park.pipeline.projections.funnel.TrendPoint;
import park.pipeline.projections.stage.FlowLink;

/** What the charts of the overview draw: the same numbers as in the tables beside them. */
final class OverviewCharts {
    record Bar(String name, long value, String inside, String text, int color) {}

    record Stacked(List<String> x, String unit, List<Serie> series) {}

    record Serie(String name, List<? extends Number> values, int color) {}

    record Sankey(List<Node> nodes, List<Link> links) {}

    /** {@code color} is null for what is no stage. */
    record Node(String name, @Nullable Integer color) {}

    record Link(String source, String target, long value, String text) {}

    private final Format fmt;

    OverviewCharts(Format fmt) {
        this.fmt = fmt;
    }

    /** Stages on the way, as wide as what has come so far or further. */
    List<Bar> funnel(List<FunnelStage> stages) {
        return stages.stream()
                .filter(s -> s.now().stage() != Stage.WITHDRAWN)
                .map(s -> new Bar(
                        fmt.stage(s.now().stage()),
                        s.orFurther(),
                        fmt.number(s.orFurther()),
                        fmt.number(s.now().count()) + " · " + fmt.money(s.investmentCny()),
                        s.now().stage().ordinal()))
                .toList();
    }

    /** Stages on the way, stacked; WITHDRAWN would hide them in the long run. */
    Stacked trend(List<TrendPoint> points, boolean money, String unit) {
        List<Serie> series = new ArrayList<>();
        for (Stage stage : Stage.RANKED) {
            List<? extends Number> values = points.stream()
                    .map(p -> value(p.stages().get(stage.ordinal()), money))
                    .toList();
            series.add(new Serie(fmt.stage(stage), values, stage.ordinal()));
        }
        return new Stacked(points.stream().map(p -> fmt.day(p.asOf())).toList(), unit, series);
    }

    private Number value(FunnelRow row, boolean money) {
        return money ? onAxis(row.investmentCny()) : row.count();
    }

    private BigDecimal onAxis(BigInteger yuan) {
        return fmt.moneyOnAxis(yuan);
    }

    /** Left is where projects came from, right is where they went: a project that goes back would else make a circle. */
    Sankey flow(List<FlowLink> links, String newLeads) {
        List<Node> nodes = Stream.concat(
                        links.stream().map(l -> source(l, newLeads)).distinct(),
                        links.stream()
                                .sorted(Comparator.comparing(FlowLink::to))
                                .map(this::target)
                                .distinct())
                .toList();
        return new Sankey(
                nodes,
                links.stream()
                        .map(l -> new Link(
                                source(l, newLeads).name(),
                                target(l).name(),
                                l.count(),
                                fmt.number(l.count()) + " · " + fmt.money(amount(l.investmentCny()))))
                        .toList());
    }

    private Node source(FlowLink link, String newLeads) {
        Stage from = link.from();
        return from == null ? new Node(newLeads, null) : new Node(fmt.stage(from), from.ordinal());
    }

    private Node target(FlowLink link) {
        return new Node("→ " + fmt.stage(link.to()), link.to().ordinal());
    }

    /** A sum of 0 does not tell whether anything is known of it, and what is unknown is never 0. */
    static @Nullable BigInteger amount(BigInteger sum) {
        return sum.signum() == 0 ? null : sum;
    }
}
