#pragma once
/// The lines that a load cell's microcontroller writes on its serial port. One reading a line, ended by LF or
/// CR LF:
///
///     N,<t_us>,<f1>[,<f2>[,<f3>[,<f4>]]]   newtons of one to four cells; t_us: the sender's clock,
///     microseconds <number> N | <number> g | <number> kg   one cell with its unit ("12.5 N", "1274 g")
///     <number>                              one cell in its own counts: needs the two-point calibration
///     # words                               a comment; left out
///
/// Any line but a comment may end in *HH, the XOR of all bytes before the star as two hex digits; a line
/// whose sum is wrong is left out. So is everything up to the first line end after the port was opened, and
/// any line that is none of these: the reader is in step again with the next line end.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tactus::devices {

struct ScaleReading {
    enum class Unit { newton, counts };

    Unit unit = Unit::newton;
    double total = 0;                     ///< of all cells, in that unit
    std::vector<double> cells;            ///< one to four
    std::optional<std::uint64_t> sent_us; ///< the sender's clock
};

/// One line without its end; nullopt when it is no reading. Never throws.
std::optional<ScaleReading> parse_scale_line(std::string_view line);

/// Cuts bytes as they come into lines.
class ScaleLines {
public:
    /// The readings that these bytes complete, oldest first.
    std::vector<ScaleReading> feed(std::string_view bytes);

    /// Lines that were no readings, since the start; the cut first one does not count.
    [[nodiscard]] std::uint64_t bad_lines() const { return bad_lines_; }

    /// The port was opened again: wait for a line end.
    void restart();

private:
    static constexpr std::size_t longest_line = 120;

    std::string line_;
    bool in_step_ = false;
    bool too_long_ = false;
    std::uint64_t bad_lines_ = 0;
};

} // namespace tactus::devices
