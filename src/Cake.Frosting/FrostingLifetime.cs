using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs before and after the run, for programs that need no context of their own.</summary>
public abstract class FrostingLifetime : FrostingLifetime<ICakeContext>;
