package parse

// isTree reports whether heads make one tree of all words.
func isTree(heads []int32) bool {
	roots := 0
	for i, h := range heads {
		if h < 0 {
			roots++
		}
		for n := 0; h >= 0; n++ {
			if n > len(heads) || int(h) >= len(heads) || int(h) == i {
				return false
			}
			h = heads[h]
		}
	}
	return roots == 1
}

// projective lifts the dependents whose arcs cross others to their heads' heads, the shortest arcs first, until no arc is left that
// crosses another one (Nivre and Nilsson 2005).
func projective(heads []int32) {
	for {
		best, length := -1, int32(0)
		for i, h := range heads {
			if h < 0 {
				continue
			}
			if n := max(h-int32(i), int32(i)-h); (best < 0 || n < length) && crosses(heads, int32(i)) {
				best, length = i, n
			}
		}
		if best < 0 {
			return
		}
		heads[best] = heads[heads[best]]
	}
}

// crosses reports whether some word between i and its head does not hang below that head.
func crosses(heads []int32, i int32) bool {
	h := heads[i]
	for k := min(i, h) + 1; k < max(i, h); k++ {
		up := k
		for up >= 0 && up != h {
			up = heads[up]
		}
		if up < 0 {
			return true
		}
	}
	return false
}
