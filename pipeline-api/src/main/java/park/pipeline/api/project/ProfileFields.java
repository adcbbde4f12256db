package park.pipeline.api.project;

import org.jspecify.annotations.Nullable;
import park.pipeline.api.project.Body.EnterpriseBody;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.core.project.Enterprise;

/** The fields of a profile that need the catalogue or have parts of their own. */
record ProfileFields(FieldChecks checks, Catalogue catalogue) {
    private static final Enterprise MISSING = new Enterprise("", null);

    Enterprise enterprise(@Nullable EnterpriseBody given) {
        if (given == null) {
            checks.required("enterprise");
            return MISSING;
        }
        return given.read(checks);
    }

    String industry(@Nullable String given) {
        if (given == null || given.isBlank()) {
            checks.required("industry");
            return "";
        }
        if (!catalogue.industries().has(given)) {
            checks.unknownCode("industry", given);
        }
        return given;
    }

    @Nullable
    String origin(@Nullable String given) {
        if (given != null && !catalogue.origins().has(given)) {
            checks.unknownCode("origin", given);
        }
        return given;
    }
}
