package park.pipeline.api.transfer;

import java.util.List;
import javax.sql.DataSource;
import park.pipeline.core.log.LogLines;
import park.pipeline.core.seal.SealedTree;
import park.pipeline.core.seal.Sealer;
import park.pipeline.core.seal.Verification;
import park.pipeline.core.seal.VerifierKey;

/** Computes the seal of the log anew from what has arrived. */
final class SealProof {
    private SealProof() {}

    /** @throws TransferRefused if something is not as it was sealed */
    static Verification.Result of(DataSource dataSource, String origin, String verifierKey) {
        LogLines lines = new LogLines(dataSource);
        Verification.Result result = new Verification(
                        new SealedTree(dataSource, "projects"),
                        (position, limit) -> lines.after(position, Long.MAX_VALUE, limit).stream()
                                .map(line -> new Sealer.Entries.Entry(line.position(), line.bytes()))
                                .toList(),
                        List.of(VerifierKey.parse(verifierKey)),
                        origin,
                        List.of(),
                        (processed, total) -> {})
                .run();
        if (result.found() > 0) {
            throw new TransferRefused(
                    "not-proven", result.found(), result.findings().getFirst());
        }
        return result;
    }
}
