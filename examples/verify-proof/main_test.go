package main

import (
	"os"
	"testing"
)

// The files of WHEREABOUTS_PROVEN must hold, and must not with any one byte changed.
func TestEveryByteCounts(t *testing.T) {
	dir := os.Getenv("WHEREABOUTS_PROVEN")
	if dir == "" {
		t.Skip("WHEREABOUTS_PROVEN names no folder with file, proof and policy")
	}
	read := func(name string) []byte {
		data, err := os.ReadFile(dir + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	file, proof := read("file"), read("proof")
	p, err := readPolicy(string(read("policy")))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := verify(file, proof, p); err != nil {
		t.Fatal(err)
	}
	for _, of := range [][]byte{file, proof} {
		for i := range of {
			of[i] ^= 1
			if _, err := verify(file, proof, p); err == nil {
				t.Errorf("byte %d may be another", i)
			}
			of[i] ^= 1
		}
	}
}
