package parse

import (
	"bytes"

	"skein/importer/group"
	"skein/importer/perceptron"
)

// affixes is how many beginnings, ends and the like a word is seen by.
const affixes = 7

// fold appends the form of a word that the parser knows it by to b: without its case, which plays a part only in the tags.
func fold(b []byte, text string) []byte { return group.Fold(b, text) }

// fingerprint is what the table of words knows a folded word by. Two words have the same one with a chance of one in 2^32.
func fingerprint(folded []byte) uint32 { return uint32(perceptron.Hash(string(folded)) >> 32) }

// last is the part of a folded compound behind its last hyphen, which is what stands for it where it is not known
// itself. It is empty where there is none.
func last(folded []byte) []byte {
	if at := bytes.LastIndexByte(folded, '-'); at > 0 {
		return folded[at+1:]
	}
	return nil
}

// affixesOf are the buckets of beginnings and ends of a folded word.
func affixesOf(folded []byte, buckets int) (out [affixes]uint16) {
	n := len(folded)
	put := func(k int, part []byte) {
		out[k] = uint16(perceptron.Mix(uint64(k+1), perceptron.Hash(string(part))) >> 40 % uint64(buckets))
	}
	for k := range 4 {
		put(k, folded[max(0, n-1-k):])
	}
	put(4, folded[:min(n, 2)])
	put(5, folded[:min(n, 3)])
	// letters, digits and other signs, in the order in which they come
	var kinds []byte
	for _, c := range folded {
		kind := c
		switch {
		case 'a' <= c && c <= 'z' || c >= 0x80:
			kind = 'a'
		case '0' <= c && c <= '9':
			kind = '0'
		}
		if len(kinds) == 0 || kinds[len(kinds)-1] != kind {
			kinds = append(kinds, kind)
		}
	}
	put(6, kinds[:min(len(kinds), 6)])
	return out
}
