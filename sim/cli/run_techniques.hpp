#pragma once
/// `tactus-sim techniques`: lists techniques and simulated students, writes the strokes of one or of a
/// routine as CSV, or prints how well the techniques are told apart.

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>

namespace tactus::cli {

struct TechniquesOptions {
    std::string name;             ///< "" = list them
    std::string quality = "good"; ///< ideal, good, fair or poor
    std::uint64_t seed = 1;
    std::string client;     ///< whose size the strokes are made for; "" = the average man
    bool list = false;      ///< also the default without a name
    bool routine = false;   ///< ten techniques in a row
    bool confusion = false; ///< runs all of them and prints what each was taken for
    int seeds = 1;          ///< of the confusion matrix, a quality
    int threads = 1;
    std::filesystem::path out; ///< "" = standard output
    bool json = false;         ///< of the list
};

/// Returns 0. Throws UserError for an unknown name or quality, or a file that cannot be written.
int run_techniques(const TechniquesOptions& options, std::ostream& out);

} // namespace tactus::cli
