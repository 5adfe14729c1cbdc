package when

import "skein/importer"

// dated is an expression with its place among the document's Times.
type dated struct {
	expression
	time int
}

// chronicle gives the dates without a year the year that the text has come to, where it tells of other years than that of writing and
// counts no day from that: "… on 11 January 2013. … in February" is February 2013.
func chronicle(d *importer.Document, story []dated, ref moment) {
	full := 0
	for _, e := range story {
		if e.counted {
			return
		}
		for _, m := range [...]moment{e.from, e.to} {
			if m.year != 0 && m.month != 0 && !m.relative && m.year != ref.year {
				full++
			}
		}
	}
	if full == 0 || full < 2 && ref.year != 0 {
		return
	}
	var last moment
	for _, e := range story {
		switch m := e.from; {
		case m.month == 0:
		case m.year != 0 && !m.relative:
			last = m
		case last.year == 0 || !e.to.zero():
		default:
			m.year = last.year
			if m.month < last.month && (ref.year == 0 || m.year < ref.year) {
				m.year++
			}
			if m.valid() {
				e.from, last = m, m
				d.Times[e.time].EDTF = e.edtf()
			}
		}
	}
}
