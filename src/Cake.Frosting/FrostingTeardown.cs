using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs after the last task, whatever the outcome, for programs that need no context of their own.</summary>
public abstract class FrostingTeardown : FrostingTeardown<ICakeContext>;
