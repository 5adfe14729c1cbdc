package main

import (
	"fmt"
	"path/filepath"
	"testing"
)

// generate writes n articles into a folder and returns it. Each tells of the same few hundred people, units and places
// in its own way, so that articles meet in the graph.
func generate(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		write(t, filepath.Join(dir, fmt.Sprintf("%05d.txt", i)), generated(i))
	}
	return dir
}

// generated is article i: about 200 words, our own sentences.
func generated(i int) string {
	pick := func(list []string, step int) string { return list[(i*step+i/len(list))%len(list)] }
	given := []string{"Ines", "Tomas", "Farida", "Hugh", "Leila", "Marek", "Oona", "Pavel", "Salim", "Greta", "Amos", "Noor"}
	family := []string{"Vollan", "Hadid", "Okafor", "Brandt", "Castle", "Lindqvist", "Marsh", "Delgado", "Rahimi", "Thornbury", "Osei"}
	cities := []string{"Baghdad", "Erbil", "Amman", "Manama", "Muscat", "Ankara", "Tallinn", "Vilnius", "Nairobi", "Seoul"}
	bases := []string{"Al Asad Air Base", "Erbil Air Base", "Camp Ripley", "Camp Arifjan", "Ali Al Salem Air Base"}
	general := pick(given, 1) + " " + pick(family, 3)
	minister := pick(given, 5) + " " + pick(family, 7)
	city, other, base := pick(cities, 1), pick(cities, 3), pick(bases, 1)
	unit := fmt.Sprintf("%dth Infantry Brigade Combat Team", 4+i%37)
	return fmt.Sprintf(`%[1]s ends exercise near %[4]s, report %[9]d

%[4]s (March %[8]d, 2024) – Soldiers of the 2nd Battalion, %[7]dth Infantry Regiment, %[1]s, completed an exercise at %[6]s on Tuesday, the Ministry of Defense said.

Maj. Gen. %[2]s, the commander of the brigade, said the battalion flew from %[5]s in CH-47 Chinook helicopters.

“We moved four hundred soldiers in one night,” %[2]s said. “Next year we will do it with half the fuel.”

Defense Minister %[3]s met %[2]s in %[4]s and asked the United States for more training. The two agreed to hold a second round of talks in %[5]s in May.

Militants fired rockets at %[6]s in January and wounded two soldiers of the %[1]s. Iran denied that it had supplied the rockets. The United Kingdom and Jordan condemned the attack.

%[3]s, who has led the ministry since 2021, said that the government would not ask the coalition to leave before the elections. The brigade is expected to return to %[5]s in the summer of 2024, if the attacks do not resume.
`, unit, general, minister, city, other, base, 100+i%200, 1+i%28, i)
}
