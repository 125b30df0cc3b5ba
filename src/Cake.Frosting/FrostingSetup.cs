using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs before the first task, for programs that need no context of their own.</summary>
public abstract class FrostingSetup : FrostingSetup<ICakeContext>;
