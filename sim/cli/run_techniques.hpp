#pragma once
/// `tactus-sim techniques`: lists techniques and simulated students, writes the strokes of one or of a
/// routine as CSV, or prints how well the techniques are told apart and how the tissue answers them.

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>

namespace tactus::cli {

struct TechniquesOptions {
    std::string name;             ///< "" = list them
    std::string drill;            ///< instead of a name: the drill to be done
    std::string quality = "good"; ///< a name of drills::quality_names
    std::uint64_t seed = 1;
    std::string client;     ///< whose size the strokes are made for; "" = the average man, or the drill's own
    bool list = false;      ///< also the default without a name
    bool routine = false;   ///< ten techniques in a row
    bool confusion = false; ///< runs all of them and prints what each was taken for
    bool answers = false;   ///< runs one or all of them and prints what skin and joints made of it
    std::string setting = "standard"; ///< of the solver, for the answers
    int seeds = 1;                    ///< of the confusion matrix, a quality
    int threads = 1;
    std::filesystem::path out; ///< "" = standard output
    bool json = false;         ///< of the list
};

/// Returns 0; 1 when an answer misses its bar. Throws UserError for an unknown name, quality or setting, or a
/// file that cannot be written.
int run_techniques(const TechniquesOptions& options, std::ostream& out);

} // namespace tactus::cli
