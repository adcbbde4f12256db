package park.pipeline.api.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.core.project.Capacity;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.Remarks;

/** Parts that several commands' bodies have in common, and how they are read. */
final class Body {
    static final int NOTE = 2_000;
    static final int REASON = 2_000;
    static final int DOCUMENT_NO = 100;
    static final int PERSON_OR_TEAM = 100;

    private Body() {}

    record EnterpriseBody(@Nullable String name, @Nullable String creditCode) {
        Enterprise read(FieldChecks checks) {
            return new Enterprise(
                    checks.requiredText("enterprise.name", name, 200),
                    checks.creditCode("enterprise.creditCode", creditCode));
        }
    }

    record CapacityBody(
            @Nullable BigDecimal value, @Nullable String unit) {
        Capacity read(FieldChecks checks) {
            return new Capacity(
                    checks.requiredPositive("capacity.value", value), checks.requiredText("capacity.unit", unit, 20));
        }
    }

    static @Nullable Capacity capacity(FieldChecks checks, @Nullable CapacityBody given) {
        return given == null ? null : given.read(checks);
    }

    static Remarks remarks(FieldChecks checks, @Nullable String note, @Nullable String precision) {
        Precision exactness = checks.code("precision", precision, Precision.class);
        return new Remarks(checks.lines("note", note, NOTE), exactness == null ? Precision.DAY : exactness, false);
    }
}
