package park.pipeline.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6962 and RFC 9162: the vectors of the certificate-transparency project, and what must hold for trees of any size. */
class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String[] LEAVES = {
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
    };

    /** The leaves' hashes and those of all complete subtrees, as they are stored. */
    private static final class Grown implements MerkleTree.Nodes {
        private final List<List<Hash>> levels = new ArrayList<>();
        private final List<Hash> roots = new ArrayList<>(List.of(Hash.empty()));
        private final Frontier frontier = Frontier.of(0, this);

        void add(byte[] entry) {
            for (Frontier.Node node : frontier.add(Hash.leaf(entry))) {
                while (levels.size() <= node.level()) {
                    levels.add(new ArrayList<>());
                }
                assertThat(node.index()).isEqualTo(levels.get(node.level()).size());
                levels.get(node.level()).add(node.hash());
            }
            roots.add(frontier.root());
        }

        @Override
        public Hash at(int level, long index) {
            return levels.get(level).get((int) index);
        }
    }

    private static Grown reference() {
        Grown tree = new Grown();
        for (String leaf : LEAVES) {
            tree.add(HEX.parseHex(leaf));
        }
        return tree;
    }

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void the_roots_are_those_of_the_reference(int size, String root) {
        Grown tree = reference();

        assertThat(HEX.formatHex(new MerkleTree(tree).root(size).bytes())).isEqualTo(root);
        assertThat(HEX.formatHex(tree.roots.get(size).bytes())).isEqualTo(root);
    }

    @Test
    void the_paths_are_those_of_the_reference() {
        MerkleTree tree = new MerkleTree(reference());

        assertThat(hex(tree.inclusion(0, 1))).isEmpty();
        assertThat(hex(tree.inclusion(0, 8)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(tree.inclusion(5, 8)))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(tree.inclusion(2, 3)))
                .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(hex(tree.inclusion(1, 5)))
                .containsExactly(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void the_consistency_proofs_are_those_of_the_reference() {
        MerkleTree tree = new MerkleTree(reference());

        assertThat(hex(tree.consistency(1, 1))).isEmpty();
        assertThat(hex(tree.consistency(1, 8)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(tree.consistency(6, 8)))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(tree.consistency(2, 5)))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_proof_of_every_size_holds_and_none_holds_for_anything_else(long seed) {
        Random random = new Random(seed);
        Grown grown = new Grown();
        int largest = 70;
        for (int i = 0; i < largest; i++) {
            byte[] entry = new byte[random.nextInt(40)];
            random.nextBytes(entry);
            grown.add(entry);
        }
        MerkleTree tree = new MerkleTree(grown);
        for (int size = 0; size <= largest; size++) {
            Hash root = tree.root(size);
            assertThat(root).isEqualTo(grown.roots.get(size));
            for (int leaf = 0; leaf < size; leaf++) {
                List<Hash> path = tree.inclusion(leaf, size);
                Hash hash = grown.at(0, leaf);
                assertThat(Proofs.includes(hash, leaf, size, path, root)).isTrue();
                assertThat(Proofs.includes(Hash.leaf(new byte[99]), leaf, size, path, root))
                        .isFalse();
                assertThat(Proofs.includes(hash, leaf, size, path, Hash.empty()))
                        .isFalse();
                assertThat(Proofs.includes(hash, (leaf + 1) % size, size, path, root))
                        .isEqualTo(size == 1);
                assertThat(Proofs.includes(hash, leaf, size, changed(path, random), root))
                        .isEqualTo(path.isEmpty());
            }
            for (int before = 0; before <= size; before++) {
                List<Hash> proof = tree.consistency(before, size);
                Hash root1 = tree.root(before);
                assertThat(Proofs.consistent(before, size, proof, root1, root)).isTrue();
                assertThat(Proofs.consistent(before, size, proof, Hash.leaf(new byte[99]), root))
                        .isFalse();
                if (before > 0 && before < size) {
                    assertThat(Proofs.consistent(before, size, proof, root1, Hash.leaf(new byte[99])))
                            .isFalse();
                    assertThat(Proofs.consistent(before, size, changed(proof, random), root1, root))
                            .isFalse();
                    assertThat(Proofs.consistent(before, size, List.of(), root1, root))
                            .isFalse();
                }
            }
        }
    }

    private static List<Hash> changed(List<Hash> hashes, Random random) {
        List<Hash> changed = new ArrayList<>(hashes);
        if (!changed.isEmpty()) {
            changed.set(random.nextInt(changed.size()), Hash.leaf(new byte[77]));
        }
        return changed;
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(h -> HEX.formatHex(h.bytes())).toList();
    }
}
