package park.pipeline.projections.funnel;

/**
 * How many more or fewer, and how much.
 *
 * @param projects number of projects
 * @param known how many of them with a known amount
 * @param investmentCny sum of the known amounts in yuan
 */
record Amounts(int projects, int known, long investmentCny) {
    static final Amounts NONE = new Amounts(0, 0, 0);

    static Amounts one(Segment segment) {
        Long amount = segment.investmentCny();
        return amount == null ? new Amounts(1, 0, 0) : new Amounts(1, 1, amount);
    }

    Amounts plus(Amounts other) {
        return new Amounts(
                projects + other.projects, known + other.known, Math.addExact(investmentCny, other.investmentCny));
    }

    Amounts negated() {
        return new Amounts(-projects, -known, -investmentCny);
    }
}
