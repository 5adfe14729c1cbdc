package parse

import (
	"math"

	"skein/importer/network"
)

// decoder finds the best tree of scored arcs; its room is used again.
//
// For the words from i to k it keeps the values of four best partial trees: with the head i or k, and finished or open, where the last step
// was an arc between both. Each stands by i and then k, or by k and then i, or both, so that what is compared stands side by side.
type decoder struct {
	heads            []int32
	room             []float32
	right, turnRight []float32 // finished, head i
	left, turnLeft   []float32 // finished, head k
	openRight        []float32
	openLeft         []float32 // by k and then i
	n                int
}

// tree is the heads of the best tree without crossing arcs and with one root; the root's is -1. scores[i*stride+1+h] is what it
// is worth that h is the head of i, scores[i*stride] that i is the root.
func (d *decoder) tree(n int, scores []float32, stride int) []int32 {
	if !d.greedy(n, scores, stride) {
		d.eisner(n, scores, stride)
	}
	return d.heads
}

// greedy gives each word its best head and reports whether that is a tree, which it mostly is.
func (d *decoder) greedy(n int, scores []float32, stride int) bool {
	d.heads = d.heads[:0]
	roots := 0
	for i := range n {
		row := scores[i*stride:][:n+1]
		best := 0
		for h := 1; h <= n; h++ {
			if row[h] > row[best] && h != i+1 {
				best = h
			}
		}
		if best == 0 {
			roots++
		}
		d.heads = append(d.heads, int32(best-1))
	}
	return roots == 1 && isTree(d.heads) && !crossing(d.heads)
}

// crossing reports whether some arcs of a tree cross.
func crossing(heads []int32) bool {
	for i := range heads {
		if heads[i] >= 0 && crosses(heads, int32(i)) {
			return true
		}
	}
	return false
}

// eisner finds the best tree by the algorithm of Eisner (1996), in time that grows with the third power of n.
func (d *decoder) eisner(n int, scores []float32, stride int) {
	d.n = n
	d.room = grow(d.room, 6*n*n)
	for i, part := range [...]*[]float32{&d.right, &d.turnRight, &d.left, &d.turnLeft, &d.openRight, &d.openLeft} {
		*part = d.room[i*n*n : (i+1)*n*n]
		for k := range n {
			(*part)[k*n+k] = 0
		}
	}
	for width := 1; width < n; width++ {
		for i := 0; i+width < n; i++ {
			k := i + width
			both := network.Most(d.right[i*n+i:i*n+k], d.turnLeft[k*n+i+1:])
			d.openRight[i*n+k], d.openLeft[k*n+i] = both+scores[k*stride+1+i], both+scores[i*stride+1+k]
			r := network.Most(d.openRight[i*n+i+1:i*n+k+1], d.turnRight[k*n+i+1:])
			d.right[i*n+k], d.turnRight[k*n+i] = r, r
			l := network.Most(d.left[i*n+i:i*n+k], d.openLeft[k*n+i:])
			d.left[i*n+k], d.turnLeft[k*n+i] = l, l
		}
	}
	root, best := 0, float32(math.Inf(-1))
	for r := range n {
		if v := d.left[r] + d.right[r*n+n-1] + scores[r*stride]; v > best {
			root, best = r, v
		}
	}
	d.heads[root] = -1
	d.hangLeft(0, root)
	d.hangRight(root, n-1)
}

// hangRight writes the heads of the finished tree over i to k with the head i.
func (d *decoder) hangRight(i, k int) {
	n := d.n
	if i == k {
		return
	}
	m := i + 1 + split(d.right[i*n+k], d.openRight[i*n+i+1:i*n+k+1], d.turnRight[k*n+i+1:])
	d.heads[m] = int32(i)
	d.hangBetween(i, m)
	d.hangRight(m, k)
}

// hangLeft is hangRight for the head k.
func (d *decoder) hangLeft(i, k int) {
	n := d.n
	if i == k {
		return
	}
	m := i + split(d.left[i*n+k], d.left[i*n+i:i*n+k], d.openLeft[k*n+i:])
	d.hangLeft(i, m)
	d.heads[m] = int32(k)
	d.hangBetween(m, k)
}

// hangBetween writes the heads of the words between i and k, of which one is the other's head.
func (d *decoder) hangBetween(i, k int) {
	n := d.n
	right, left := d.right[i*n+i:i*n+k], d.turnLeft[k*n+i+1:]
	m := i + split(network.Most(right, left), right, left)
	d.hangRight(i, m)
	d.hangLeft(m+1, k)
}

// split is where a and b make the sum best.
func split(best float32, a, b []float32) int {
	for i, v := range a {
		if v+b[i] == best {
			return i
		}
	}
	return len(a) - 1
}
