namespace GitOps.Cake.EndToEnd.Bootstrap;

/// <summary>A <see cref="TinyRepository"/> whose program is copied, not compiled: for tests of what happens around MSBuild.</summary>
public sealed class PrebuiltRepository : TinyRepository
{
    private readonly CompiledProgram _program;

    public PrebuiltRepository(CompiledProgram program)
    {
        _program = program;
        ReplaceMSBuild();
    }

    /// <summary>Lets <c>dotnet publish</c> do something first, in bash, and then copy the program.</summary>
    public void ReplaceMSBuild(string first = ":")
    {
        Dotnet.Answer("publish", $$"""
            {{first}}
            for argument in "$@"; do
              [[ $argument != -p:PublishDir=* ]] || cp -r '{{_program.Folder}}' "${argument#*=}"
            done
            exit 0
            """);
        Dotnet.Forget();
    }
}
