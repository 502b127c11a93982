"""Training of the Thai reader: lines made on the fly → net → evaluation → the model file of the package."""
