package network

import "golang.org/x/sys/cpu"

// fast says whether the processor has what the assembler needs.
var fast = cpu.X86.HasAVX2

// fourRows adds to 16 values behind each of c0 to c3 the product of n values behind a0 to a3, step apart, with the panel
// behind b.
func fourRows(c0, c1, c2, c3, a0, a1, a2, a3 *float32, step int, b *float32, n int) {
	if fast {
		fourRowsFast(c0, c1, c2, c3, a0, a1, a2, a3, step, b, n)
		return
	}
	fourRowsSlow(c0, c1, c2, c3, a0, a1, a2, a3, step, b, n)
}

//go:noescape
func fourRowsFast(c0, c1, c2, c3, a0, a1, a2, a3 *float32, step int, b *float32, n int)

// gate is one step of a layer over n units, a multiple of 8: see Gates.
func gate(h, c, in, skip, v, before *float32, n int) {
	if fast {
		gateFast(h, c, in, skip, v, before, n)
		return
	}
	gateSlow(h, c, in, skip, v, before, n)
}

//go:noescape
func gateFast(h, c, in, skip, v, before *float32, n int)

// most is the greatest sum of the n pairs behind a and b, at least one.
func most(a, b *float32, n int) float32 {
	if fast {
		return mostFast(a, b, n)
	}
	return mostSlow(a, b, n)
}

//go:noescape
func mostFast(a, b *float32, n int) float32
