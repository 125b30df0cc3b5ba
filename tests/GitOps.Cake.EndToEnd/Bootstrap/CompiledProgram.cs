using GitOps.Cake.EndToEnd.Bootstrap;

[assembly: AssemblyFixture(typeof(CompiledProgram))]

namespace GitOps.Cake.EndToEnd.Bootstrap;

/// <summary>The <see cref="TinyProgram"/>, compiled by build.sh once for all tests that are not about compiling.</summary>
public sealed class CompiledProgram : IAsyncLifetime
{
    private readonly TinyRepository _repository = new();

    public string Folder => _repository.Builds.Single();

    public async ValueTask InitializeAsync() => await _repository.PartsAsync();

    public ValueTask DisposeAsync()
    {
        _repository.Dispose();
        return ValueTask.CompletedTask;
    }
}
