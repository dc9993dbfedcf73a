"""Which account is whose: Splink's weights of evidence, and a calibrator over the competition."""
