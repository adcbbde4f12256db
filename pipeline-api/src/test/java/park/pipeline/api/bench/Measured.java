package park.pipeline.api.bench;

import java.util.Arrays;
import java.util.List;

/** Figures of several rounds: the middle one, and how far they lie apart. */
record Measured(double[] sorted) {
    static Measured of(List<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Measured(sorted);
    }

    double median() {
        return sorted[(sorted.length - 1) / 2];
    }

    /** The smallest value that so many per cent of the figures do not exceed. */
    double percentile(int percent) {
        return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
    }

    @Override
    public String toString() {
        return String.format("%,.0f (%,.0f–%,.0f)", median(), sorted[0], sorted[sorted.length - 1]);
    }
}
