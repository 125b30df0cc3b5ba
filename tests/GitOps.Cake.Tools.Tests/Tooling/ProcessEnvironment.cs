namespace GitOps.Cake.Tests.Tooling;

/// <summary>Variables of this process for the time of one test. Tests that use it run one after another.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironment : IDisposable
{
    private readonly List<(string Name, string? Value)> _before = [];

    private ProcessEnvironment((string Name, string? Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _before.Add((name, Environment.GetEnvironmentVariable(name)));
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public static ProcessEnvironment With(params (string Name, string? Value)[] variables) => new(variables);

    public void Dispose() => _before.ForEach(variable => Environment.SetEnvironmentVariable(variable.Name, variable.Value));
}
