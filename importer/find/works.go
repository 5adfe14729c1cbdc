package find

// works closes the names of what is no thing of the graph, though written like one: awards, laws, treaties, courses. The
// words belong to nothing then: "Expert Infantry Badge", "Dayton Accords".
func (s *scan) works() {
	for i := 0; i < len(s.w); i++ {
		if !s.w[i].in(workWord) || !s.w[i].is(capital) || s.loud[s.w[i].sent] {
			continue
		}
		from := i
		for from > 0 && s.same(from-1, i) && i-from < 6 && s.runWord(from-1) && !s.w[from-1].in(functionWord|monthDay) {
			from--
		}
		if from == i || s.knownAt(from, i+1) > i || s.word(i+1, i).is(capital) {
			continue
		}
		s.d.Reject("find", s.span(from, i+1), "an award, a law or the like")
		s.take(found{from: from, to: i + 1})
	}
}
