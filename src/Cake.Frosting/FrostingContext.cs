using Cake.Core;

namespace Cake.Frosting;

/// <summary>The context of a program that has none of its own, and the base of those that have.</summary>
/// <param name="context">Cake's own context.</param>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
