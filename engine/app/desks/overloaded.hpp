#pragma once
/// One function of several lambdas, for std::visit.

namespace tactus::app {

template <class... Cases> struct Overloaded : Cases... { using Cases::operator()...; };
template <class... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace tactus::app
