package park.pipeline.api.node;

import java.util.Set;

/** Whoever must know which processes share this database. */
public interface AliveNodes {
    /**
     * Told each second: what belongs to a node that is not among them belongs to nobody.
     *
     * @param alive the names of the nodes, this one among them
     */
    void are(Set<String> alive);
}
