#include "tests/fuzz/readers/readers.hpp"

#include <array>

namespace tactus::fuzz {

std::span<const Reader> readers() {
    static constexpr std::array all{
        Reader{"client", read_client},
        Reader{"command_line", read_command_line},
        Reader{"condition", read_condition},
        Reader{"devices", read_devices},
        Reader{"drill", read_drill},
        Reader{"envelope", read_envelope},
        Reader{"event", read_event},
        Reader{"frame_block", read_frame_block},
        Reader{"midi", read_midi},
        Reader{"osc", read_osc},
        Reader{"osc_address", read_osc_address},
        Reader{"phrases", read_phrases},
        Reader{"plan", read_plan},
        Reader{"png", read_png},
        Reader{"products", read_products},
        Reader{"questionnaire", read_questionnaire},
        Reader{"recording", read_recording},
        Reader{"return_words", read_return_words},
        Reader{"roster", read_roster},
        Reader{"rubric", read_rubric},
        Reader{"scale_lines", read_scale_lines},
        Reader{"school_answers", read_school_answers},
        Reader{"school_batch", read_school_batch},
        Reader{"school_rows", read_school_rows},
        Reader{"seen_sheet", read_seen_sheet},
        Reader{"settings", read_settings},
        Reader{"sim_command_line", read_sim_command_line},
        Reader{"speeds", read_speeds},
        Reader{"strokes", read_strokes},
        Reader{"trace", read_trace},
        Reader{"wordings", read_wordings},
    };
    return all;
}

} // namespace tactus::fuzz
