package park.pipeline.api.bundle;

import park.pipeline.core.seal.Checkpoint;

/**
 * What a bundle was found to prove.
 *
 * @param code its sentence is under this key in {@code verify.properties}
 * @param events how many
 * @param recordedAt when the last of them was recorded; empty where there is none
 * @param project its id; empty for the whole log
 */
record Proven(String code, long events, Checkpoint checkpoint, String recordedAt, String project) {}
