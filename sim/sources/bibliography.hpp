#pragma once
/// The bibliography. One constant a source; a test fails on an entry that nothing uses.

#include "sim/sources/cited.hpp"

namespace tactus::source {

inline constexpr Source design{"design", Kind::design, "a design value chosen for Tactus, not literature"};
inline constexpr Source ansur_ii{"Gordon 2014", Kind::book_recalled,
                                 "C. C. Gordon et al., 2012 Anthropometric Survey of U.S. Army Personnel (ANSUR II), "
                                 "NATICK/TR-15/007; means computed from its public tables (facts 4.4)"};
inline constexpr Source sikdar_2009{"Sikdar 2009", Kind::book_recalled,
                                    "S. Sikdar et al. 2009, ultrasound of myofascial trigger points (facts 3.2)"};
inline constexpr Source travell_simons{"Travell and Simons", Kind::book_recalled,
                                       "J. G. Travell and D. G. Simons, Myofascial Pain and Dysfunction: The Trigger "
                                       "Point Manual, vol. 1-2 (facts 4.3)"};

} // namespace tactus::source
