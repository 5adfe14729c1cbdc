//go:build !amd64

package network

func fourRows(c0, c1, c2, c3, a0, a1, a2, a3 *float32, step int, b *float32, n int) {
	fourRowsSlow(c0, c1, c2, c3, a0, a1, a2, a3, step, b, n)
}

func gate(h, c, in, skip, v, before *float32, n int) { gateSlow(h, c, in, skip, v, before, n) }

func most(a, b *float32, n int) float32 { return mostSlow(a, b, n) }
