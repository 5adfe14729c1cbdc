// Package network is the arithmetic of small neural networks on a processor: products of matrices and light recurrent layers.
//
// # The same numbers everywhere
//
// The same article must give the same graph on every machine, so the same inputs give the same bits here. All sums are taken in
// one order, product after product, without fused multiply-add, and the gates are made of operations that IEEE 754
// rounds exactly: an algebraic function (x/√(1+x²)) instead of the exponential one. On amd64 with AVX2 eight sums run side by
// side in assembler, elsewhere one after the other in Go; the test holds both against each other.
//
// # Layers
//
// The recurrent layer (gates.go) has no product of the state with a matrix, so that what is expensive, the projection of the inputs,
// is one product for many words (simple recurrent units, Lei and others 2018).
package network

// lanes is the number of columns that a panel of a packed matrix holds.
const lanes = 16

// Round is the number of columns that a matrix of n columns has in Multiply: the next multiple of 16.
func Round(n int) int { return (n + lanes - 1) / lanes * lanes }

// Packed is a matrix of Rows and Columns laid out for Multiply.
type Packed struct {
	Rows, Columns int // Columns is a multiple of 16
	values        []float32
}

// Pack lays out a matrix that stands row by row, of whose rows the first ones are taken. Columns up to the next multiple of 16 are zeros.
func (p *Packed) Pack(m []float32, rows, columns int) {
	p.size(rows, columns)
	for r := range rows {
		row := m[r*columns : (r+1)*columns]
		for c := 0; c < columns; c += lanes {
			copy(p.values[(c*rows + r*lanes):][:lanes], row[c:min(c+lanes, columns)])
		}
	}
}

// PackTransposed lays out the transposed matrix: m has rows and columns, the packed one as many columns and rows.
func (p *Packed) PackTransposed(m []float32, rows, columns int) {
	p.size(columns, rows)
	for r := range rows {
		to := p.values[r/lanes*lanes*columns+r%lanes:]
		for c, v := range m[r*columns : (r+1)*columns] {
			to[c*lanes] = v
		}
	}
}

func (p *Packed) size(rows, columns int) {
	p.Rows, p.Columns = rows, Round(columns)
	n := rows * p.Columns
	if cap(p.values) < n {
		p.values = make([]float32, n)
	}
	p.values = p.values[:n]
	if columns != p.Columns {
		clear(p.values[rows*(p.Columns-lanes):])
	}
}

// Multiply adds a·b to c. Row i of a begins at a[i*aRow] and its values are aStep apart, so that a may stand transposed; row i of c
// begins at c[i*cRow] and has b.Columns values.
func Multiply(c []float32, cRow int, a []float32, aRow, aStep, rows int, b *Packed) {
	if rows == 0 || b.Rows == 0 || b.Columns == 0 {
		return
	}
	_ = c[(rows-1)*cRow+b.Columns-1]
	_ = a[(rows-1)*aRow+(b.Rows-1)*aStep]
	for panel := range b.Columns / lanes {
		w := b.values[panel*lanes*b.Rows:][: lanes*b.Rows : lanes*b.Rows]
		for i := 0; i < rows; i += 4 {
			// Where fewer than four rows are left the last one is done again, which writes the same sums.
			i1, i2, i3 := min(i+1, rows-1), min(i+2, rows-1), min(i+3, rows-1)
			at := panel * lanes
			fourRows(&c[i*cRow+at], &c[i1*cRow+at], &c[i2*cRow+at], &c[i3*cRow+at], &a[i*aRow], &a[i1*aRow], &a[i2*aRow], &a[i3*aRow], aStep, &w[0], b.Rows)
		}
	}
}

// Most is the greatest of the sums a[i]+b[i], of which there is at least one. b is as long as a.
func Most(a, b []float32) float32 {
	b = b[:len(a)]
	return most(&a[0], &b[0], len(a))
}
