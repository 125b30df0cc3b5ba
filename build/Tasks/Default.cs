using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Default")]
[TaskDescription("Compiles everything.")]
[IsDependentOn(typeof(Compile))]
public sealed class Default : FrostingTask<BuildContext>;
