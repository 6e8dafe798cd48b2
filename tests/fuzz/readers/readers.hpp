#pragma once
/// One function a reader; readers.cpp lists them by name.

#include "tests/fuzz/reader.hpp"

namespace tactus::fuzz {

void read_client(Bytes bytes);
void read_command_line(Bytes bytes);
void read_condition(Bytes bytes);
void read_devices(Bytes bytes);
void read_drill(Bytes bytes);
void read_envelope(Bytes bytes);
void read_event(Bytes bytes);
void read_frame_block(Bytes bytes);
void read_midi(Bytes bytes);
void read_osc(Bytes bytes);
void read_osc_address(Bytes bytes);
void read_phrases(Bytes bytes);
void read_plan(Bytes bytes);
void read_png(Bytes bytes);
void read_products(Bytes bytes);
void read_questionnaire(Bytes bytes);
void read_recording(Bytes bytes);
void read_return_words(Bytes bytes);
void read_roster(Bytes bytes);
void read_rubric(Bytes bytes);
void read_scale_lines(Bytes bytes);
void read_school_answers(Bytes bytes);
void read_school_batch(Bytes bytes);
void read_school_rows(Bytes bytes);
void read_seen_sheet(Bytes bytes);
void read_settings(Bytes bytes);
void read_sim_command_line(Bytes bytes);
void read_speeds(Bytes bytes);
void read_strokes(Bytes bytes);
void read_trace(Bytes bytes);
void read_wordings(Bytes bytes);

} // namespace tactus::fuzz
