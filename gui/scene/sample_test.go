package scene

import (
	"strconv"

	"skein/graph"
)

// sample is a scene with all kinds, modalities and marks, and short and long names.
func sample() *Scene {
	n := func(label string, k graph.Kind, x, y, r float64) Node {
		return Node{ID: graph.NewID(graph.EntityPrefix, label), Label: label, Kind: k, X: x, Y: y, Radius: r, Weight: r}
	}
	s := &Scene{Nodes: []Node{
		n("Joint water council", graph.Actor, 290, 70, 11),                                                // 0
		n("Maria Lindqvist", graph.Actor, 142, 150, 13),                                                   // 1
		n("Ministry of Defence", graph.Actor, 62, 242, 12),                                                // 2
		n("Norland", graph.Actor, 250, 260, 18),                                                           // 3
		n("Coalition for the Safety of the Upper Straits", graph.Actor, 110, 362, 13),                     // 4
		n("Red Heron", graph.Actor, 250, 465, 14),                                                         // 5
		n("Talks on the water treaty", graph.Event, 380, 156, 13),                                         // 6
		n("Air strikes", graph.Event, 320, 380, 12),                                                       // 7
		n("Esteria", graph.Place, 450, 352, 20),                                                           // 8
		n("Government of Esteria", graph.Actor, 562, 166, 12),                                             // 9
		n("Anders Bellweather-Okonkwo", graph.Actor, 562, 260, 12),                                        // 10
		n("Camp Halden", graph.Place, 595, 390, 12),                                                       // 11
		n("Varn", graph.Place, 380, 520, 11),                                                              // 12
		n("Militia of the eastern valleys", graph.Actor, 490, 460, 11),                                    // 13
		n("Karst", graph.Place, 595, 520, 11),                                                             // 14
		n("1st Battalion", graph.Unit, 730, 186, 11),                                                      // 15
		n("88th Infantry Regiment", graph.Unit, 720, 258, 12),                                             // 16
		n("12th Mountain Brigade", graph.Unit, 720, 340, 13),                                              // 17
		n("Live-fire exercise", graph.Event, 690, 440, 12),                                                // 18
		n("MH-9 Osprey", graph.Equipment, 755, 560, 11),                                                   // 19
		n("Company C", graph.Unit, 800, 110, 10),                                                          // 20
		n("Straits", graph.Place, 30, 480, 11),                                                            // 21
		n("Withdrawal of the northern garrison", graph.Event, 130, 580, 12),                               // 22
		n("F-7 Kestrel", graph.Equipment, 330, 610, 11),                                                   // 23
		n("Office of the High Commissioner for Transboundary River Affairs", graph.Actor, 520, 610, 11.5), // 24
	}}
	for i, e := range map[int]string{15: "battalion", 16: "regiment", 17: "brigade", 20: "company"} {
		s.Nodes[i].Echelon = e
	}
	s.Nodes[6].Hollow = true
	s.Nodes[22].Hollow, s.Nodes[22].New = true, true
	s.Nodes[12].New = true
	s.Nodes[4].Pinned = true
	s.Nodes[8].Selected, s.Nodes[8].More = true, 23
	s.Nodes[3].More = 7
	s.Nodes[18].Sub = "Jul 2023"
	e := func(a, b int, m graph.Modality, label string) {
		s.Edges = append(s.Edges, Edge{IDs: []graph.ID{graph.NewID(graph.ClaimPrefix, strconv.Itoa(len(s.Edges)))},
			From: a, To: b, Modality: m, Label: label, Directed: true, Count: 1})
	}
	e(0, 1, graph.Asserted, "has a role in")
	e(0, 3, graph.Asserted, "member of")
	e(0, 8, graph.Asserted, "located in")
	e(6, 0, graph.Planned, "with")
	e(1, 2, graph.Asserted, "leads")
	e(2, 3, graph.Asserted, "part of")
	e(3, 6, graph.Planned, "with")
	e(3, 9, graph.Requested, "supports")
	e(3, 4, graph.Asserted, "member of")
	e(3, 7, graph.Asserted, "done by")
	e(3, 13, graph.Asserted, "fights")
	e(4, 5, graph.Denied, "fights")
	e(5, 8, graph.Asserted, "fights")
	e(5, 12, graph.Conditional, "located in")
	e(6, 8, graph.Planned, "takes place in")
	e(7, 8, graph.Asserted, "takes place in")
	e(7, 13, graph.Asserted, "directed at")
	e(8, 9, graph.Asserted, "led by")
	e(8, 10, graph.Asserted, "led by")
	e(9, 10, graph.Asserted, "has a role in")
	e(8, 11, graph.Asserted, "places within")
	e(11, 18, graph.Asserted, "scene of")
	e(13, 14, graph.Asserted, "allied with")
	e(15, 16, graph.Asserted, "part of")
	e(16, 17, graph.Asserted, "part of")
	e(17, 18, graph.Asserted, "takes part in")
	e(18, 19, graph.Asserted, "by means of")
	e(20, 15, graph.Asserted, "part of")
	e(4, 21, graph.Conditional, "based at")
	e(22, 5, graph.Planned, "done by")
	e(22, 21, graph.Planned, "takes place in")
	e(5, 23, graph.Asserted, "operates")
	e(24, 14, graph.Denied, "affiliated with")
	e(24, 8, graph.Requested, "opposes")
	e(14, 14, graph.Asserted, "allied with")
	e(17, 16, graph.Conditional, "supports")
	s.Edges[22].Disputed = true
	s.Edges[20].Count = 3
	s.Edges[29].New = true
	return s
}
