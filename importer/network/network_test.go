package network

import (
	"math"
	"math/rand/v2"
	"testing"
)

func random(seed uint64, n int) []float32 {
	r := rand.New(rand.NewPCG(seed, 1))
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

// TestSame holds the assembler to the Go it stands for, to the last bit.
func TestSame(t *testing.T) {
	for _, n := range [...]int{1, 2, 7, 96} {
		for _, step := range [...]int{1, 5} {
			a, b := random(1, 4*n*step), random(2, n*lanes)
			x, y := random(3, 4*lanes), random(3, 4*lanes)
			run := func(c []float32, f func(c0, c1, c2, c3, a0, a1, a2, a3 *float32, step int, b *float32, n int)) {
				f(&c[0], &c[lanes], &c[2*lanes], &c[2*lanes], &a[0], &a[n*step], &a[2*n*step], &a[2*n*step], step, &b[0], n)
			}
			run(x, fourRows)
			run(y, fourRowsSlow)
			equal(t, "product", x, y)
		}
	}
	const units = 24
	in, skip, v, before := random(1, 3*units), random(2, units), random(3, 2*units), random(4, units)
	var h, c [2][]float32
	for i, f := range [...]func(h, c, in, skip, v, before *float32, n int){gate, gateSlow} {
		h[i], c[i] = make([]float32, units), make([]float32, units)
		f(&h[i][0], &c[i][0], &in[0], &skip[0], &v[0], &before[0], units)
	}
	for n := 1; n < 40; n++ {
		a, b := random(uint64(n), n), random(uint64(n+1), n)
		equal(t, "greatest sum", []float32{most(&a[0], &b[0], n)}, []float32{mostSlow(&a[0], &b[0], n)})
	}
	equal(t, "output", h[0], h[1])
	equal(t, "state", c[0], c[1])
}

func equal(t *testing.T, what string, x, y []float32) {
	t.Helper()
	for i := range x {
		if math.Float32bits(x[i]) != math.Float32bits(y[i]) {
			t.Errorf("%s %d: %v, in Go %v", what, i, x[i], y[i])
			return
		}
	}
}

// TestMultiply holds products of all shapes against the definition.
func TestMultiply(t *testing.T) {
	for _, rows := range [...]int{1, 3, 4, 9} {
		for _, inner := range [...]int{1, 6} {
			for _, columns := range [...]int{1, 16, 21} {
				for _, turned := range [...]bool{false, true} { // a and b stand transposed
					a, b := random(1, rows*inner), random(2, inner*columns)
					c := make([]float32, rows*Round(columns))
					var p Packed
					p.Pack(random(9, 50*50), 50, 50) // what was there before must not be seen
					if turned {
						p.PackTransposed(b, columns, inner)
						Multiply(c, Round(columns), a, 1, rows, rows, &p)
					} else {
						p.Pack(b, inner, columns)
						Multiply(c, Round(columns), a, inner, 1, rows, &p)
					}
					for i := range rows {
						for j := range Round(columns) {
							want := float32(0)
							for k := range inner {
								switch {
								case j >= columns:
								case turned:
									want += float32(a[k*rows+i] * b[j*inner+k])
								default:
									want += float32(a[i*inner+k] * b[k*columns+j])
								}
							}
							if got := c[i*Round(columns)+j]; got != want {
								t.Fatalf("%d×%d×%d, turned %v: (%d,%d) is %v, want %v", rows, inner, columns, turned, i, j, got, want)
							}
						}
					}
				}
			}
		}
	}
}

// TestBack holds gradients against differences.
func TestBack(t *testing.T) {
	const n = 8
	x := random(7, 3*n+n+2*n+n) // in, skip, v, before
	weight := random(8, 2*n)    // of outputs and states in the sum
	parts := func(x []float32) (in, skip, v, before []float32) { return x[:3*n], x[3*n : 4*n], x[4*n : 6*n], x[6*n:] }
	value := func(x []float32) float64 {
		in, skip, v, before := parts(x)
		h, c := make([]float32, n), make([]float32, n)
		Gates{n, v}.Step(h, c, in, skip, before)
		sum := 0.0
		for i := range n {
			sum += float64(h[i])*float64(weight[i]) + float64(c[i])*float64(weight[n+i])
		}
		return sum
	}
	in, skip, v, before := parts(x)
	h, c := make([]float32, n), make([]float32, n)
	g := Gates{n, v}
	g.Step(h, c, in, skip, before)
	d := make([]float32, len(x))
	din, dskip, dv, dbefore := parts(d)
	copy(dbefore, weight[n:])
	g.Back(weight, dbefore, c, in, skip, before, din, dskip, dv)
	for i := range x {
		const e = 1.0 / 128
		was := x[i]
		x[i] = was + e
		up := value(x)
		x[i] = was - e
		down := value(x)
		x[i] = was
		if want := (up - down) / (2 * e); math.Abs(want-float64(d[i])) > 2e-3 {
			t.Errorf("gradient %d is %v, want %v", i, d[i], want)
		}
	}
}

func BenchmarkMultiply(b *testing.B) {
	const rows, inner, columns = 64, 192, 576
	a := random(1, rows*inner)
	var p Packed
	p.Pack(random(2, inner*columns), inner, columns)
	c := make([]float32, rows*columns)
	for b.Loop() {
		clear(c)
		Multiply(c, columns, a, inner, 1, rows, &p)
	}
	b.ReportMetric(rows*inner*columns*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmac/s")
}

func BenchmarkGates(b *testing.B) {
	const units = 96
	in, skip, before := random(1, 3*units), random(2, units), random(4, units)
	h, c := make([]float32, units), make([]float32, units)
	g := Gates{units, random(3, 2*units)}
	for b.Loop() {
		g.Step(h, c, in, skip, before)
	}
}
