using System.Globalization;
using Cake.Core;
using Cake.Core.Composition;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests.InProcess;

public sealed class ServiceTests
{
    [Fact]
    public void Services_are_registered_at_once_by_code_startup_class_and_module()
    {
        var run = new Frosting(typeof(ListsGreetings))
        {
            Configure = host => host
                .ConfigureServices(services => services.AddSingleton(new Greeting("code")))
                .UseStartup<Startup>()
                .UseModule<Module>(),
        }.Run("--target=ListsGreetings");

        run.ShouldSucceed("code", "startup", "module");
    }

    [Fact]
    public void A_later_registration_takes_the_place_of_Cake_s_own()
    {
        var log = new SilentLog();
        var run = new Frosting(typeof(Logs)) { Configure = host => host.ConfigureServices(services => services.AddSingleton<ICakeLog>(log)) }
            .Run("--target=Logs", "--verbosity=diagnostic");

        run.ShouldSucceed();
        log.Written.ShouldContain("logged by the task");
        log.Verbosity.ShouldBe(Verbosity.Diagnostic);
    }

    [Fact]
    public void A_service_that_nobody_registered_is_named()
    {
        var run = new Frosting(typeof(NeedsGreeting)).Run("--target=NeedsGreeting");

        run.ShouldFail("Unable to resolve service for type");
        run.Errors.ShouldContain(nameof(Greeting));
    }

    [Fact]
    public void Settings_of_the_code_reach_the_configuration_and_the_last_of_a_key_wins()
    {
        var run = new Frosting(typeof(ReadsSetting)) { Configure = host => host.UseCakeSetting("My_Key", "1").UseCakeSetting("my_key", "2") }
            .Run("--target=ReadsSetting");

        run.ShouldSucceed("2");
    }

    [Fact]
    public void A_tool_goes_to_the_installer_that_can_install_it()
    {
        var run = new Frosting(typeof(Logs))
        {
            Configure = host => host.UsePackageInstaller<Installer>().InstallTool(new Uri("paper:?package=Pen")).SetToolPath("/desk"),
        }.Run("--target=Logs");

        run.ShouldSucceed("Pen into /desk");
    }

    [Fact]
    public void A_tool_that_no_installer_can_install_fails_the_run() =>
        new Frosting(typeof(Logs)) { Configure = host => host.InstallTool(new Uri("paper:?package=Pen")) }
            .Run("--tree").ShouldFail("paper");

    internal sealed record Greeting(string Text);

    internal sealed class Startup : IFrostingStartup
    {
        public void Configure(IServiceCollection services) => services.AddSingleton(new Greeting("startup"));
    }

    internal sealed class Module : ICakeModule
    {
        public void Register(ICakeContainerRegistrar registrar) => registrar.RegisterInstance(new Greeting("module")).AsSelf();
    }

    internal sealed class ListsGreetings(Journal journal, IEnumerable<Greeting> greetings) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            foreach (var greeting in greetings)
            {
                journal.Add(greeting.Text);
            }
        }
    }

    internal sealed class NeedsGreeting(Greeting greeting) : FrostingTask
    {
        public override void Run(ICakeContext context) => context.Log.Information(greeting.Text);
    }

    internal sealed class Logs : FrostingTask
    {
        public override void Run(ICakeContext context) => context.Log.Information("logged by the task");
    }

    internal sealed class ReadsSetting(Journal journal, ICakeConfiguration configuration) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(configuration.GetValue("My_Key"));
    }

    internal sealed class SilentLog : ICakeLog
    {
        public List<string> Written { get; } = [];

        public Verbosity Verbosity { get; set; }

        public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args) =>
            Written.Add(string.Format(CultureInfo.InvariantCulture, format, args));
    }

    internal sealed class Installer(Journal journal) : IPackageInstaller
    {
        public bool CanInstall(PackageReference package, PackageType type) => package.Scheme == "paper";

        public IReadOnlyCollection<IFile> Install(PackageReference package, PackageType type, DirectoryPath path)
        {
            journal.Add($"{package.Package} into {path.FullPath}");
            return [new FileSystem().GetFile(typeof(Installer).Assembly.Location)];
        }
    }
}
